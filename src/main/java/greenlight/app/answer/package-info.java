/** The headline answers over an ensemble of settings, and which facts would settle them. */
package greenlight.app.answer;
