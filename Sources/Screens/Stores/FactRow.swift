import Operations
import TextCanvas

/// Something that a store tells of itself, in its view.
struct FactRow: Identifiable, Equatable, Sendable {
    let fact: SettingValue

    var id: String { fact.key }

    /// Connectors write WARNING where an operator has something to do.
    var role: Role { fact.value.contains("WARNING") ? .warn : .text }
}
