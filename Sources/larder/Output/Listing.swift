import FeatureModel

/// Things of one kind on their way to standard output.
struct Listing: Sendable {
    /// The kind, as JSON names it.
    let kind: String
    /// The field that `-o name` prints.
    let nameField: String
    /// The columns of tables and CSV, in order.
    let columns: [ListingColumn]
    /// The names of all fields.
    let fields: [String]
    /// The things, as objects.
    var items: [OutputValue]
    /// The time by which they were true.
    let asOf: Timestamp
    /// True when there is more than is listed.
    var isTruncated = false
    /// What did not answer, and why.
    var errors: [OutputValue] = []

    /// The JSON document of a list.
    var document: OutputValue {
        .object([
            OutputField("kind", .string(kind)), OutputField("items", .list(items)),
            OutputField("asOf", .string(asOf.description)), OutputField("truncated", .bool(isTruncated)),
            OutputField("errors", .list(errors)),
        ])
    }
}
