import TextCanvas

/// Names and values under each other, for one thing that a person reads.
enum FactLines {
    static func write(_ facts: [(name: String, value: String)]) -> String {
        let width = facts.map { DisplayWidth.columns(of: $0.name) }.max() ?? 0
        return facts.map { fact in
            let padding = String(repeating: " ", count: width - DisplayWidth.columns(of: fact.name))
            return "\(fact.name)\(padding)  \(SafeText.escaped(fact.value))\n"
        }.joined()
    }
}
