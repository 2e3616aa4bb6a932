package io.jenkins.plugins.securitycenter.model;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/** How a server writes EPSS scores. */
public enum EpssScale {
    /** Unknown: a score of at most 1 is a fraction, which is the worse reading, and a higher one a percentage. */
    AUTO("EPSS scores of at most 1 are read as fractions: 0.97 is 97 %"),
    FRACTION("EPSS scores are read as fractions: 0.97 is 97 %"),
    PERCENT("EPSS scores are read as percentages: 0.97 is 0.97 %");

    private final String sentence;

    EpssScale(String sentence) {
        this.sentence = sentence;
    }

    /** Returns how scores are read, in a sentence for the build log. */
    public String sentence() {
        return sentence;
    }

    /**
     * Returns the score in a field in percent; empty if there is none.
     *
     * @throws UnreadableValueException if the field has another value than a score on this scale
     */
    OptionalDouble percent(ExactAttributes attributes, String field) {
        OptionalDouble score = this == FRACTION ? attributes.fraction(field) : attributes.percentage(field);
        boolean fraction = this == FRACTION || this == AUTO && score.orElse(0) <= 1;
        return score.isPresent() && fraction
                ? OptionalDouble.of(BigDecimal.valueOf(score.getAsDouble())
                        .movePointRight(2)
                        .doubleValue())
                : score;
    }
}
