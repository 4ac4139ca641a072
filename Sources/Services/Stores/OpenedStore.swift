import FeatureModel
import StorageAPI

/// The plugs of one store, as far as somebody asked for them.
final class OpenedStore: Sendable {
    let definition: StoreDefinition
    let sink = SharedPlug<any FeatureSink>()
    let online = SharedPlug<any OnlineRetriever>()
    let historical = SharedPlug<any HistoricalRetriever>()
    let deadLetters = SharedPlug<any DeadLetterStore>()

    init(definition: StoreDefinition) {
        self.definition = definition
    }

    func close() async {
        await sink.take()?.close()
        await online.take()?.close()
        await historical.take()?.close()
        await deadLetters.take()?.close()
    }
}
