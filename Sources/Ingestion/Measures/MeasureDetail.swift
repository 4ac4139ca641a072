/// How much a ``MeasureWindow`` keeps of every row.
public enum MeasureDetail: Sendable, Hashable {
    /// Row counts, row lag and missing values: a few nanoseconds for each value.
    case counts
    /// These, and per feature the lag and the distribution of its values.
    case values
}
