import FeatureModel
import Operations
import TextCanvas

/// Filters, sorts and cuts a listing as the options say.
struct ListingView {
    private let options: ListOptions

    init(_ options: ListOptions) {
        self.options = options
    }

    /// The columns to show.
    func columns(of listing: Listing) throws(OperationError) -> [ListingColumn] {
        guard let names = options.columns else { return listing.columns }
        var columns: [ListingColumn] = []
        for name in names.split(separator: ",") { columns.append(try column(String(name), of: listing)) }
        return columns
    }

    /// The listing with the rows that are wanted, in the order that is wanted.
    func apply(to listing: Listing) throws(OperationError) -> Listing {
        var result = listing
        if let expression = options.filter { try filter(&result, by: expression) }
        if let sort = options.sort { try self.sort(&result, by: sort) }
        if let limit = options.limit {
            guard limit >= 0 else {
                throw OperationError(
                    .invalid, "--limit \(limit) is negative", target: "--limit", hint: "give 0 or more")
            }
            result.isTruncated = result.isTruncated || result.items.count > limit
            result.items = Array(result.items.prefix(limit))
        }
        return result
    }

    private func filter(_ listing: inout Listing, by expression: String) throws(OperationError) {
        let columns = listing.columns
        let filter: Filter
        do throws(FilterProblem) {
            filter = try Filter(expression, columns: columns.map { ColumnID(rawValue: $0.field) })
        } catch {
            throw OperationError(
                .invalid, "--filter \(expression): \(error.description)", target: expression,
                hint: "write words to look for, or column:value, such as status:RUNNING")
        }
        let byField = Dictionary(columns.map { ($0.field, $0) }) { first, _ in first }
        let matcher = filter.matcher()
        listing.items = listing.items.filter { item in
            matcher.matches { id in byField[id.rawValue]?.cell(of: item) ?? "" }
        }
    }

    private func sort(_ listing: inout Listing, by text: String) throws(OperationError) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.count == 1 || parts[1] == "desc" || parts[1] == "asc" else {
            throw OperationError(
                .invalid, "--sort \(text) is not a field", target: text, hint: "write FIELD, FIELD:asc or FIELD:desc")
        }
        let field = try column(String(parts[0]), of: listing).field
        let isDescending = parts.count == 2 && parts[1] == "desc"
        let ordered = listing.items.enumerated().sorted { left, right in
            let order = Self.compare(left.element[field] ?? .null, right.element[field] ?? .null)
            return order == 0 ? left.offset < right.offset : isDescending ? order > 0 : order < 0
        }
        listing.items = ordered.map(\.element)
    }

    private func column(_ name: String, of listing: Listing) throws(OperationError) -> ListingColumn {
        let wanted = name.lowercased()
        let match = listing.columns.first { $0.field.lowercased() == wanted || $0.heading.lowercased() == wanted }
        if let match { return match }
        if let field = listing.fields.first(where: { $0.lowercased() == wanted }) { return ListingColumn(field, field) }
        throw OperationError(
            .invalid, "there is no column \(name)", target: name,
            hint: "there are \(listing.fields.joined(separator: ", "))")
    }

    /// Null first, then by number where both are numbers, else by text.
    private static func compare(_ left: OutputValue, _ right: OutputValue) -> Int {
        switch (number(left), number(right)) {
        case (let left?, let right?): return left < right ? -1 : left > right ? 1 : 0
        default:
            let (left, right) = (ListingColumn.plain(left), ListingColumn.plain(right))
            // Times have as many digits as they need, so that their text does not stand in their order.
            if let left = Timestamp(rfc3339: left), let right = Timestamp(rfc3339: right) {
                return left < right ? -1 : left > right ? 1 : 0
            }
            return left < right ? -1 : left > right ? 1 : 0
        }
    }

    private static func number(_ value: OutputValue) -> Double? {
        switch value {
        case .integer(let number): Double(number)
        case .double(let number): number
        default: nil
        }
    }
}

extension ListOptions {
    /// Everything, as it came.
    static var all: ListOptions {
        var options = ListOptions()
        options.columns = nil
        options.noHeaders = false
        options.sort = nil
        options.filter = nil
        options.limit = nil
        return options
    }
}
