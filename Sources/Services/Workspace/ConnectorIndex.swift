import FeatureModel
import Operations
import StorageAPI

/// The connectors by their type names.
struct ConnectorIndex: Sendable {
    let cards: [ConnectorCard]

    /// What doors show of them.
    var summaries: [ConnectorSummary] {
        cards.map { card in
            ConnectorSummary(
                type: card.type, summary: card.summary, capabilities: card.capabilities.words,
                settings: card.settings.map { setting in
                    ConnectorSummary.Setting(
                        key: setting.key, kind: setting.kind.name, defaultValue: setting.defaultValue,
                        isRequired: setting.isRequired, isSecret: setting.isSecret,
                        documentation: setting.documentation)
                }, remarks: card.remarks)
        }
    }

    /// Finds a card by its exact name.
    func card(_ type: String) -> ConnectorCard? { cards.first { $0.type == type } }

    /// Finds the card of something that takes and answers rows.
    func storeCard(_ type: String) throws(ConnectorFault) -> ConnectorCard {
        try card(type, for: .store) { $0.capabilities.isDisjoint(with: [.sink, .online, .historical]) == false }
    }

    /// Finds the card of something that rows come from.
    func sourceCard(_ type: String) throws(ConnectorFault) -> ConnectorCard {
        try card(type, for: .source) { $0.capabilities.contains(.source) }
    }

    private func card(
        _ type: String, for role: ConnectorFault.Role, fits: (ConnectorCard) -> Bool
    ) throws(ConnectorFault) -> ConnectorCard {
        let candidates = cards.filter(fits).map(\.type)
        guard let card = card(type) else {
            throw ConnectorFault(type: type, role: role, isKnown: false, candidates: candidates)
        }
        guard fits(card) else { throw ConnectorFault(type: type, role: role, isKnown: true, candidates: candidates) }
        return card
    }
}
