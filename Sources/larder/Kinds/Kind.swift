import FeatureModel

/// How things of one kind are written: the fields of the contract, and the columns of a table.
struct Kind<Thing>: Sendable where Thing: Sendable {
    /// The name in JSON.
    let name: String
    /// The field that `-o name` prints.
    let nameField: String
    /// The columns of tables and CSV.
    let columns: [ListingColumn]
    /// The fields, in the order of the contract; without the kind itself.
    let fields: @Sendable (Thing) -> [OutputField]

    /// One thing, with its kind.
    func object(_ thing: Thing) -> OutputValue {
        .object([OutputField("kind", .string(name))] + fields(thing))
    }

    /// A list of things; items do not repeat the kind.
    func listing(_ things: [Thing], asOf: Timestamp, isTruncated: Bool = false, errors: [OutputValue] = []) -> Listing {
        Listing(
            kind: name, nameField: nameField, columns: columns, items: things.map { .object(fields($0)) }, asOf: asOf,
            isTruncated: isTruncated, errors: errors)
    }
}
