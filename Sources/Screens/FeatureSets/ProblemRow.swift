/// One thing that is not in order with a feature set.
struct ProblemRow: Identifiable, Equatable, Sendable {
    let id: Int
    let text: String
}
