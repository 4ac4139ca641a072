/// What every card promises.
public enum ConnectorCardContract {
    /// All clauses, by topic.
    public static let clauses: [Clause] = []
}
