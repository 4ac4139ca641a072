import ConnectorCatalog
import StorageAPI
import Testing

@Suite("The catalogue")
struct ConnectorCatalogTests {
    @Test("holds every connector once")
    func types() {
        #expect(ConnectorCatalog.builtIn.map(\.type) == ["SQLITE", "REDIS", "REDIS_CLUSTER", "LOCAL", "KAFKA"])
    }

    @Test("no card declares what it cannot open", arguments: ConnectorCatalog.builtIn.indices)
    func capabilities(index: Int) {
        let card = ConnectorCatalog.builtIn[index]
        #expect(card.capabilities.contains(.sink) == (card.openSink != nil))
        #expect(card.capabilities.contains(.online) == (card.openOnlineRetriever != nil))
        #expect(card.capabilities.contains(.historical) == (card.openHistoricalRetriever != nil))
        #expect(card.capabilities.contains(.source) == (card.openSource != nil && card.openPublisher != nil))
        #expect(card.capabilities.contains(.deadLetters) == (card.openDeadLetters != nil))
    }

    @Test("every setting is documented, and its default fits its kind", arguments: ConnectorCatalog.builtIn.indices)
    func settings(index: Int) {
        let card = ConnectorCatalog.builtIn[index]
        #expect(Set(card.settings.map(\.key)).count == card.settings.count)
        for setting in card.settings {
            #expect(!setting.documentation.isEmpty)
            #expect(!(setting.isRequired && setting.defaultValue != nil))
        }
        let required = card.settings.filter(\.isRequired).map { ($0.key, "1") }
        #expect(card.check(card.withDefaults(Dictionary(uniqueKeysWithValues: required))).isEmpty)
    }
}
