import FeatureModel

/// What every registered store must fulfil (spec section 1.3). Whether its type exists and its settings are right, the
/// connector's card says.
struct StoreRules {
    let store: StoreDefinition
    let secretKeys: Set<String>

    func check() throws(RegistryError) {
        guard NameRule.isValid(store.name.rawValue) else {
            throw invalid("the name is not valid", hint: "use letters, digits, '_' and '-'")
        }
        guard !store.type.isEmpty else {
            throw invalid("it has no type", hint: "'larder connectors list' shows the types")
        }
        for subscription in store.subscriptions { try check(subscription) }
        for key in secretKeys.sorted() { try checkSecret(key) }
    }

    private func check(_ subscription: Subscription) throws(RegistryError) {
        for (part, pattern) in [("project", subscription.project), ("name", subscription.name)] {
            guard !pattern.isEmpty else {
                throw invalid("a subscription has no \(part)", hint: "write a \(part), or \"*\" for all")
            }
            guard NameRule.isValid(pattern.filter { $0 != "*" }) || pattern.allSatisfy({ $0 == "*" }) else {
                throw invalid(
                    "the \(part) \(pattern.debugDescription) of a subscription can never match",
                    hint: "use letters, digits, '_', '-' and '*'")
            }
        }
    }

    private func checkSecret(_ key: String) throws(RegistryError) {
        guard let value = store.config[key], !Self.isVariable(value) else { return }
        throw RegistryError(
            .refused, "store \(store.name): \(key) is a secret and is not kept in the registry",
            target: store.name.rawValue,
            hint: "set an environment variable and write \(key): \"${NAME}\" with its name")
    }

    /// True for `${NAME}` and nothing else.
    static func isVariable(_ text: String) -> Bool {
        guard text.hasPrefix("${"), text.hasSuffix("}"), text.utf8.count > 3 else { return false }
        let name = text.dropFirst(2).dropLast()
        return NameRule.isValid(String(name)) && !name.contains("-")
    }

    private func invalid(_ what: String, hint: String) -> RegistryError {
        let name = store.name.rawValue
        return RegistryError(.invalid, "store \(name.debugDescription): \(what)", target: name, hint: hint)
    }
}
