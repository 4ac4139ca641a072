public import TextCanvas

/// All kinds of view: what `:` commands, digits and links may name.
public struct ScreenCatalog: Sendable {
    /// The entries, in the order of the help.
    public let entries: [CatalogEntry]

    /// Makes a catalogue.
    public init(_ entries: [CatalogEntry]) {
        self.entries = entries
    }

    /// The entry of a command, by name or alias.
    public func entry(named name: String) -> CatalogEntry? {
        entries.first { $0.view.rawValue == name || $0.aliases.contains(name) }
    }

    /// The entry of a digit.
    public func entry(digit: Int) -> CatalogEntry? { entries.first { $0.digit == digit } }

    /// The screen of a route.
    ///
    /// - Throws: ``Problem`` when there is no such view, or its words are wrong.
    public func screen(for route: Route) throws(Problem) -> any Screen {
        guard let entry = entry(named: route.view.rawValue) else {
            throw Problem("there is no view called \(route.view.rawValue)")
        }
        return try entry.make(route)
    }

    /// The whole table of keys: the standard rows, then those of every view that are not among them.
    public var keymap: Keymap {
        entries.reduce(Keymap.standard) { $0.merging($1.keymap) }
    }

    /// Clashes between keys that act in the same view, and actions that no key reaches.
    ///
    /// - Parameter overrides: the operator's own keys.
    public func keyProblems(_ overrides: [ActionID: [Key]] = [:]) -> [KeyProblem] {
        var problems: [KeyProblem] = []
        for entry in entries {
            let table = entry.keymap.merging(.standard).overriding(overrides)
            for problem in table.clashes() where !problems.contains(problem) { problems.append(problem) }
        }
        let unreached = keymap.overriding(overrides).bindings.filter { $0.keys.isEmpty }
        return problems + unreached.map { .unreachable($0.action) }
    }
}
