import FeatureModel

/// How things of one kind are written: the fields of the contract, and the columns of a table.
struct Kind<Thing>: Sendable where Thing: Sendable {
    /// The name in JSON.
    let name: String
    /// The name in the schema, where it is not the same.
    let title: String
    /// The field that `-o name` prints.
    let nameField: String
    /// The columns of tables and CSV.
    let columns: [ListingColumn]
    /// The fields, in the order of the contract; without the kind itself.
    let fields: [KindField<Thing>]

    init(
        name: String, title: String? = nil, nameField: String, columns: [ListingColumn] = [],
        fields: [KindField<Thing>]
    ) {
        self.name = name
        self.title = title ?? name
        self.nameField = nameField
        self.columns = columns
        self.fields = fields
    }

    /// The kind as its schema describes it.
    var shape: KindShape {
        KindShape(title: title, kind: name, fields: fields.map { FieldShape($0.name, $0.shape) })
    }

    /// One thing, with its kind.
    func object(_ thing: Thing) -> OutputValue {
        .object([OutputField("kind", .string(name))] + values(of: thing))
    }

    /// A list of things; items do not repeat the kind.
    func listing(
        _ things: [Thing], asOf: Timestamp, isTruncated: Bool = false, errors: [OutputValue] = []
    ) -> Listing {
        Listing(
            kind: name, nameField: nameField, columns: columns, fields: fields.map(\.name),
            items: things.map { .object(values(of: $0)) }, asOf: asOf, isTruncated: isTruncated, errors: errors)
    }

    private func values(of thing: Thing) -> [OutputField] { fields.map { OutputField($0.name, $0.value(thing)) } }
}
