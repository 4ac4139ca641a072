public import FeatureModel

extension StoreDefinition {
    /// The definition as a document that ``ConfiguredStore/read(_:file:environment:)`` takes.
    ///
    /// - Parameter masked: the settings whose values are secret; they are shown as `•••`.
    public func yaml(masking masked: Set<String>) -> String {
        var yaml = YAMLText()
        yaml.entry(0, "name", name.rawValue)
        yaml.entry(0, "type", type)
        let shown = config.map { key, value in
            // A literal ${ would be taken for a variable.
            (key, masked.contains(key) ? "•••" : value.replacing("${", with: "$${"))
        }
        yaml.map(0, "config", Dictionary(uniqueKeysWithValues: shown))
        guard !subscriptions.isEmpty else { return yaml.text }
        yaml.line(0, "subscriptions:")
        for subscription in subscriptions {
            yaml.line(1, "- project: \(YAMLText.scalar(subscription.project))")
            yaml.entry(2, "name", subscription.name)
            if subscription.exclude { yaml.line(2, "exclude: true") }
        }
        return yaml.text
    }
}
