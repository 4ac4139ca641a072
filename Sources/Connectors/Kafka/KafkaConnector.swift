import FeatureModel
public import StorageAPI

/// `KAFKA`: a topic as the source of feature rows, as in Feast.
public enum KafkaConnector {
    static let typeName = "KAFKA"

    /// The card.
    public static let card = ConnectorCard(
        type: typeName,
        summary: "A Kafka topic (brokers 0.11 or later): rows are shared by the members of a consumer group.",
        settings: KafkaSetting.allCases.map(\.setting),
        capabilities: [.source, .createdTime, .durable, .shared],
        remarks: [
            "Kafka remembers no ingestion: a file that is ingested twice is in the topic twice, and its rows land on "
                + "themselves in every store.",
            "The created time is the record's time, to the millisecond; where it lies before an earlier record's, or "
                + "there is none, it is the earlier record's.",
            "Rows carry no key: stores decide by event time, not by the order in which rows come.",
            "With start latest, rows that come before a group has committed for the first time may be passed over.",
            "The lag counts offsets, and so the marks that transactions leave too.",
        ],
        openSource: { place, group throws(StoreError) in
            let (configuration, failure) = try read(place)
            return KafkaRowSource(configuration, consumerGroup: group, failure: failure)
        },
        openPublisher: { place throws(StoreError) in
            let (configuration, failure) = try read(place)
            return KafkaRowPublisher(configuration, failure: failure)
        },
        judge: { place throws(SettingFault) in _ = try KafkaConfiguration(place) },
        probe: { place throws(StoreError) in
            let (configuration, failure) = try read(place)
            return try await KafkaProbe(configuration, failure: failure).run()
        },
        retryPolicy: KafkaConfiguration.retryPolicy)

    /// Reads the settings; connections are made when they are first needed.
    private static func read(
        _ place: ConnectorCard.Place
    ) throws(StoreError) -> (KafkaConfiguration, KafkaFailure) {
        do throws(SettingFault) {
            let configuration = try KafkaConfiguration(place)
            return (configuration, KafkaFailure(store: place.store, endpoint: configuration.endpoint))
        } catch {
            throw KafkaFailure.misconfigured(error, store: place.store)
        }
    }
}
