/// What every dead-letter store promises.
public enum DeadLetterContract {
    /// All clauses, by topic.
    public static let clauses: [Clause] = []
}
