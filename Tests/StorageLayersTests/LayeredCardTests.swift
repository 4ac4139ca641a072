import StorageAPI
import StorageLayers
import Synchronization
import Testing

@Suite("A card within layers")
struct LayeredCardTests {
    private func card(judge: @escaping ConnectorCard.Judgement) -> ConnectorCard {
        ConnectorCard(
            type: "JUDGED", summary: "Judges its settings together",
            settings: [
                ConnectorSetting("name", .text, defaultValue: "default", documentation: "a name"),
                ConnectorSetting("size", .integer(1...9), documentation: "a size"),
            ],
            capabilities: [], judge: judge,
            probe: { _ throws(StoreError) in StoreProbe(holdingsUnit: "rows", endpoint: "nowhere") }
        ).within(LayerStack([Metering(StoreMeter())]))
    }

    @Test("still judges its settings together, with the defaults of those that are not set")
    func judges() {
        let seen = Mutex<[[String: String]]>([])
        let fault = SettingFault(key: "name", message: "name goes without size")
        let card = card { place throws(SettingFault) in
            seen.withLock { $0.append(place.config) }
            if place.config["size"] != nil { throw fault }
        }
        #expect(card.check([:]).isEmpty)
        #expect(card.check(["size": "3"]) == [fault])
        #expect(seen.withLock(\.self) == [["name": "default"], ["name": "default", "size": "3"]])
    }

    @Test("asks nothing of its connector while a setting by itself is wrong")
    func singlesFirst() {
        let card = card { _ throws(SettingFault) in throw SettingFault(key: "name", message: "never") }
        #expect(card.check(["size": "0"]).map(\.key) == ["size"])
    }
}
