public import FeatureModel

/// A cell on its way into a file.
public enum RowCell: Sendable, Hashable {
    /// Nothing.
    case null
    /// Text, unchanged.
    case text(String)
    /// A piece of JSON that is no text: a number, a boolean, an array or an object, unchanged.
    case literal(String)
    /// A value; nil is null.
    case value(FeatureValue?)
    /// A time, in RFC 3339.
    case time(Timestamp)
}
