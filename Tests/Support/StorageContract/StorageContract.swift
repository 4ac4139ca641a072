public import StorageAPI

/// The contract that every connector signs.
///
/// A connector's test target holds a ``StoreHarness`` and this test:
///
/// ```swift
/// @Test("SQLite keeps the contract", arguments: StorageContract.clauses)
/// func keeps(_ clause: Clause) async {
///     let outcome = await clause.verify(with: SQLiteHarness())
///     if case .notApplicable(let reason) = outcome { print("not applicable: \(clause): \(reason)") }
///     #expect(outcome.violation == nil)
/// }
/// ```
///
/// Every plug that a card opens must end soon after it is cancelled, and clauses may be checked side by side.
public enum StorageContract {
    /// All clauses, by contract and topic.
    public static let clauses: [Clause] =
        ConnectorCardContract.clauses + FeatureSinkContract.clauses + OnlineRetrieverContract.clauses
        + HistoricalRetrieverContract.clauses + RowSourceContract.clauses + DeadLetterContract.clauses

    /// The clauses that ask something of a connector with these capabilities.
    public static func clauses(
        for capabilities: Capabilities, abilities: HarnessAbilities = [.severing, .unreachablePlace]
    ) -> [Clause] {
        clauses.filter { $0.reasonNotApplicable(to: capabilities, abilities: abilities) == nil }
    }
}
