public import TextCanvas

/// A table of keys: a list of rows in the order of the help.
public struct Keymap: Sendable, Hashable {
    /// The rows.
    public private(set) var bindings: [KeyBinding]

    /// Makes a table.
    public init(_ bindings: [KeyBinding] = []) {
        self.bindings = bindings
    }

    /// The action of a key: the first row that has it.
    public func action(for key: Key) -> ActionID? { bindings.first { $0.keys.contains(key) }?.action }

    /// The row of an action.
    public func binding(for action: ActionID) -> KeyBinding? { bindings.first { $0.action == action } }

    /// The name of the first key of an action, for texts such as "`+` registers one".
    public func keyName(for action: ActionID) -> String? { binding(for: action)?.keys.first?.name }

    /// This table followed by another; rows of this one win.
    public func merging(_ other: Keymap) -> Keymap {
        Keymap(bindings + other.bindings.filter { row in !bindings.contains { $0.action == row.action } })
    }

    /// The rows that act in some places.
    public func restricted(to places: Set<KeyPlace>) -> Keymap {
        Keymap(bindings.filter { places.contains($0.place) })
    }

    /// The table with the keys of some actions replaced (`keys.yaml`); an empty list unbinds.
    public func overriding(_ keys: [ActionID: [Key]]) -> Keymap {
        Keymap(
            bindings.map { row in
                var changed = row
                if let replacement = keys[row.action] { changed.keys = replacement }
                return changed
            })
    }

    /// The table where letters type: only keys that are no characters are left.
    func withoutCharacters() -> Keymap {
        Keymap(
            bindings.map { row in
                var changed = row
                changed.keys.removeAll { if case .character = $0 { true } else { false } }
                return changed
            })
    }

    /// Keys that do two different things where both rows act at the same time.
    public func clashes() -> [KeyProblem] {
        var problems: [KeyProblem] = []
        for (index, first) in bindings.enumerated() {
            for second in bindings[(index + 1)...] where first.action != second.action && first.meets(second) {
                for key in first.keys where second.keys.contains(key) {
                    problems.append(.clash(key, first.action, second.action))
                }
            }
        }
        return problems
    }
}

extension KeyBinding {
    /// True when there is a place in which both rows act.
    func meets(_ other: KeyBinding) -> Bool {
        let exclusive: Set<KeyPlace> = [.lists, .text, .forms]
        return place == other.place || !(exclusive.contains(place) && exclusive.contains(other.place))
    }
}
