package greenlight.runner.measure;

import greenlight.runner.model.Model.Column;

/** A measure that an experiment file defines. */
interface OwnMeasure {
    /** Its column: the meaning says the whole definition, so that two measures that differ have different columns. */
    Column column();
}
