/// One kind of view that can be gone to by a command, a digit or a link.
public struct CatalogEntry: Sendable {
    /// The kind of view; also the command's name.
    public let view: ViewID
    /// Other names of the command.
    public let aliases: [String]
    /// The digit that makes it the root; nil for none.
    public let digit: Int?
    /// What it shows, in a few words: `ingestion jobs`.
    public let summary: String
    /// What the command's words are: `[PROJECT]`, `NAME`; empty for none.
    public let usage: String
    /// The keys of its own that the view has, for `larder keys` and for finding clashes.
    public let keymap: Keymap
    /// Makes the screen of a route, or says what is wrong with the route's words.
    public let make: @Sendable (Route) throws(Problem) -> any Screen

    /// Makes an entry.
    public init(
        _ view: ViewID, aliases: [String] = [], digit: Int? = nil, summary: String, usage: String = "",
        keymap: Keymap = Keymap(),
        make: @escaping @Sendable (Route) throws(Problem) -> any Screen
    ) {
        self.view = view
        self.aliases = aliases
        self.digit = digit
        self.summary = summary
        self.usage = usage
        self.keymap = keymap
        self.make = make
    }
}
