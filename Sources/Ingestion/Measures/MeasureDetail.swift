/// How much a ``MeasureWindow`` keeps of every row.
public enum MeasureDetail: Sendable, Hashable {
    /// Row counts, row lag and missing values: about ten nanoseconds for each value.
    case counts
    /// These, and per feature the lag and the distribution of its values: about three times that.
    case values
}
