/** YAML files: their tree of nodes, and values taken out of it with a complaint at its place for each fault. */
package greenlight.runner.yaml;
