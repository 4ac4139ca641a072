/// Where to go: a view and what it shows. Routes are what `:` commands, links and tests speak of; the catalogue turns
/// them into screens.
public struct Route: Sendable, Hashable {
    /// The kind of view.
    public let view: ViewID
    /// What it shows, in the order of the command's words: `store redis-online`.
    public let arguments: [String]
    /// A filter to begin with (`:jobs /error`); empty for none.
    public let filter: String

    /// Makes a route.
    public init(_ view: ViewID, _ arguments: [String] = [], filter: String = "") {
        self.view = view
        self.arguments = arguments
        self.filter = filter
    }
}
