import FeatureModel
import Operations
import TextCanvas

/// Writes a command's data to standard output in the form that was asked for.
struct Printer: Sendable {
    let format: OutputFormat

    /// Writes a list.
    func write(_ listing: Listing, _ options: ListOptions = ListOptions.all) throws(OperationError) {
        let listing = try ListingView(options).apply(to: listing)
        let columns = try ListingView(options).columns(of: listing)
        switch format {
        case .table:
            StandardStream.out.write(TableText.write(columns, listing.items, withHeaders: !options.noHeaders))
        case .csv: StandardStream.out.write(CSVText.write(columns, listing.items, withHeaders: !options.noHeaders))
        case .json: StandardStream.out.write(JSONText.write(listing.document, pretty: true) + "\n")
        case .jsonl: listing.items.forEach { StandardStream.out.write(JSONText.write($0) + "\n") }
        case .yaml: StandardStream.out.write(YAMLText.write(listing.document))
        case .name: listing.items.forEach { writeName(of: $0, listing.nameField) }
        }
    }

    /// Writes one thing; `table` says how a person reads it.
    func write<Thing>(_ kind: Kind<Thing>, _ thing: Thing, table: (Thing) -> String) {
        let object = kind.object(thing)
        switch format {
        case .table: StandardStream.out.write(table(thing))
        case .csv: StandardStream.out.write(CSVText.write(Self.columns(of: object), [object], withHeaders: true))
        case .json: StandardStream.out.write(JSONText.write(object, pretty: true) + "\n")
        case .jsonl: StandardStream.out.write(JSONText.write(object) + "\n")
        case .yaml: StandardStream.out.write(YAMLText.write(object))
        case .name: writeName(of: object, kind.nameField)
        }
    }

    private func writeName(of item: OutputValue, _ field: String) {
        StandardStream.out.write(ListingColumn.plain(item[field] ?? .null) + "\n")
    }

    private static func columns(of object: OutputValue) -> [ListingColumn] {
        guard case .object(let fields) = object else { return [] }
        return fields.map { ListingColumn($0.name, $0.name) }
    }
}
