import Operations

/// A setting in a store's view.
struct SettingRow: Identifiable, Equatable, Sendable {
    let setting: SettingValue

    var id: String { setting.key }
}
