/// What every row source promises.
public enum RowSourceContract {
    /// All clauses, by topic.
    public static let clauses: [Clause] = []
}
