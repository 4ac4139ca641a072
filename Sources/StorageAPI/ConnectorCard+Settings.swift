import FeatureModel

extension ConnectorCard {
    /// Judges a configuration: unknown keys (with the nearest known one), missing required keys, wrong kinds; and, where
    /// there is none of these, what the settings are together.
    ///
    /// - Parameter config: the settings as they are used, with the values of variables in the place of `${VAR}`.
    /// - Returns: every fault of single settings, in the order of keys, or else the first that the connector finds in all
    ///   of them; empty when the configuration can work.
    public func check(_ config: [String: String]) -> [SettingFault] {
        let faults = faultsOfSingleSettings(config)
        return faults.isEmpty ? faultOfAllSettings(config) : faults
    }

    /// The configuration with the default of every setting that is not set.
    public func withDefaults(_ config: [String: String]) -> [String: String] {
        var complete = config
        for setting in settings where complete[setting.key] == nil {
            complete[setting.key] = setting.defaultValue
        }
        return complete
    }

    /// The configuration as it may be shown: values of secret settings, and of unknown ones, are `•••`.
    public func masked(_ config: [String: String]) -> [String: String] {
        let open = Set(settings.filter { !$0.isSecret }.map(\.key))
        return Dictionary(uniqueKeysWithValues: config.map { ($0.key, open.contains($0.key) ? $0.value : "•••") })
    }

    private func faultsOfSingleSettings(_ config: [String: String]) -> [SettingFault] {
        let known = Dictionary(uniqueKeysWithValues: settings.map { ($0.key, $0) })
        var faults = config.keys.sorted().compactMap { key -> SettingFault? in
            guard let setting = known[key] else { return unknown(key) }
            return setting.fault(in: config[key] ?? "")
        }
        faults += settings.filter { $0.isRequired && config[$0.key] == nil }.map { setting in
            SettingFault(
                key: setting.key, message: "\(type) needs the setting \(setting.key): \(setting.documentation)")
        }
        return faults
    }

    private func faultOfAllSettings(_ config: [String: String]) -> [SettingFault] {
        do throws(SettingFault) {
            // No file is looked at, so it does not matter where the workspace is.
            try judge(Place(store: nil, config: withDefaults(config), directory: "/"))
            return []
        } catch {
            return [error]
        }
    }

    private func unknown(_ key: String) -> SettingFault {
        let nearest = SpellingDistance.nearest(to: key, among: settings.map(\.key))
        let advice =
            nearest.map { "did you mean \($0)?" } ?? "it has: \(settings.map(\.key).joined(separator: ", "))"
        return SettingFault(key: key, message: "\(type) has no setting \(key); \(advice)")
    }
}

extension ConnectorSetting {
    /// What is wrong with a text as this setting's value; nil when it fits. A secret's text is never repeated.
    func fault(in text: String) -> SettingFault? {
        let shown = isSecret ? "what is set" : "\"\(text)\""
        let fits =
            switch kind {
            case .text: true
            case .path: !text.isEmpty
            case .integer(let range): Int(text).map(range.contains) ?? false
            case .boolean: text == "true" || text == "false"
            case .choice(let words): words.contains(text)
            }
        return fits ? nil : SettingFault(key: key, message: "\(key) must be \(kind.name), not \(shown)")
    }
}
