/// How a store's view can be opened.
enum StorePart: String, Sendable, Hashable, CaseIterable {
    case overview, check

    /// The words of a route to it.
    var words: [String] { self == .overview ? [] : [rawValue] }
}
