import StorageAPI
import StorageContract

/// A store in memory that lies in exactly one way, and the clause that must catch it.
struct Lie: Sendable, CustomStringConvertible {
    let clause: ClauseID
    let description: String
    private let rules: @Sendable (inout MemoryRules) -> Void
    private let dress: @Sendable (ConnectorCard) -> ConnectorCard

    init(
        _ clause: ClauseID, _ description: String, rules: @escaping @Sendable (inout MemoryRules) -> Void = { _ in },
        dress: @escaping @Sendable (ConnectorCard) -> ConnectorCard = { $0 }
    ) {
        self.clause = clause
        self.description = description
        self.rules = rules
        self.dress = dress
    }

    /// A harness for a fresh liar.
    func harness() -> MemoryHarness {
        let rules = rules
        let server = MemoryServer { name in
            var decisions = MemoryRules()
            rules(&decisions)
            return MemoryStore(name: name, rules: decisions)
        }
        return MemoryHarness(server: server, patience: .milliseconds(50), dress: dress)
    }
}
