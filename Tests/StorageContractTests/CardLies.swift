import FeatureModel
import StorageAPI
import StorageContract

/// Lies of cards.
enum CardLies {
    static let all: [Lie] = [
        .disguised("card.openings", "declares what it cannot open") { $0.openOnline = nil },
        .disguised("card.words", "has a type in small letters") { $0.type = "liar" },
        .disguised("card.settings", "does not know its own settings") { $0.settings = [] },
        .disguised("card.secrets", "has a password that is no secret") { card in
            card.settings = card.settings.map {
                ConnectorSetting($0.key, $0.kind, defaultValue: $0.defaultValue, documentation: $0.documentation)
            }
        },
        .disguised("card.probe", "does not say where it is") { card in
            card.probe = { _ in StoreProbe(holdingsUnit: "tables", endpoint: "") }
        },
        .disguised("card.probe-unreachable", "is well although nobody answers") { card in
            card.probe = { _ in StoreProbe(holdingsUnit: "tables", endpoint: "memory") }
        },
    ]
}
