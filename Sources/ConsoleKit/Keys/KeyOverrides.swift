public import TextCanvas

/// The operator's own keys (`keys.yaml`): action names to names of keys, an empty list to unbind.
public struct KeyOverrides: Sendable, Hashable {
    /// The keys, by action.
    public let keys: [ActionID: [Key]]
    /// What is wrong with them; the wrong entries are left out.
    public let problems: [KeyProblem]

    /// Reads the operator's keys.
    ///
    /// - Parameters:
    ///   - names: action names to names of keys, as in the file.
    ///   - table: the whole table of keys, see ``ScreenCatalog/keymap``.
    public init(_ names: [String: [String]], for table: Keymap) {
        var keys: [ActionID: [Key]] = [:]
        var problems: [KeyProblem] = []
        let known = table.bindings.map(\.action.rawValue)
        for (name, keyNames) in names.sorted(by: { $0.key < $1.key }) {
            guard known.contains(name) else {
                problems.append(.unknownAction(name, nearest: NearestNames.of(name, in: known)))
                continue
            }
            for keyName in keyNames where Key(name: keyName) == nil {
                problems.append(.unknownKey(keyName, action: name))
            }
            keys[ActionID(rawValue: name)] = keyNames.compactMap(Key.init(name:))
        }
        self.keys = keys
        self.problems = problems
    }
}
