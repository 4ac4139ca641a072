/// A column of a listing: where its data is in an item, and how a table shows it.
struct ListingColumn: Sendable {
    /// The field of the item, as JSON names it; what `--columns` and `--sort` take.
    let field: String
    /// The heading in tables.
    let heading: String
    /// True for numbers, which stand at the right.
    let isNumeric: Bool
    /// The text in tables; nil shows the field as it is.
    let text: (@Sendable (OutputValue) -> String)?

    init(
        _ field: String, _ heading: String, isNumeric: Bool = false, text: (@Sendable (OutputValue) -> String)? = nil
    ) {
        self.field = field
        self.heading = heading
        self.isNumeric = isNumeric
        self.text = text
    }

    /// What a table shows of an item in this column.
    func cell(of item: OutputValue) -> String { text?(item) ?? Self.plain(item[field] ?? .null) }

    /// A value as the plain text of a cell: nothing for null, lists joined by commas.
    static func plain(_ value: OutputValue) -> String {
        switch value {
        case .null: ""
        case .bool(let flag): flag ? "true" : "false"
        case .integer(let number): "\(number)"
        case .double(let number) where number.isFinite: number.description
        case .double(let number): number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity"
        case .string(let text): text
        case .list(let items): items.map(plain).joined(separator: ",")
        case .object: JSONText.write(value)
        }
    }
}
