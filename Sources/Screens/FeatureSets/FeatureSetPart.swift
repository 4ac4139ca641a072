/// How a feature set's view can be opened: with the focus on a pane.
enum FeatureSetPart: String, Sendable, Hashable, CaseIterable {
    case schema, stores, jobs, problems

    /// The words of a route to it.
    var words: [String] { self == .schema ? [] : [rawValue] }
}
