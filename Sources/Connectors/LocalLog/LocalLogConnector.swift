public import FeatureModel
public import StorageAPI

/// `LOCAL`: a durable, append-only log in an SQLite file. The source that needs no server.
public enum LocalLogConnector {
    /// Tells the time of the wall clock.
    public typealias WallClock = @Sendable () -> Timestamp

    /// The card.
    public static let card = card(wallClock: SystemWallClock.now, clock: ContinuousClock())

    /// The card, with its clocks given.
    ///
    /// - Parameters:
    ///   - wallClock: tells the append time of records.
    ///   - clock: counts the waiting for records.
    public static func card(wallClock: @escaping WallClock, clock: any Clock<Duration>) -> ConnectorCard {
        ConnectorCard(
            type: "LOCAL", summary: "a durable log in a local file; needs no server",
            settings: LocalLogConfiguration.settings,
            capabilities: [.source, .ingestionMemory, .createdTime, .durable],
            remarks: [
                "One partition, 0; offsets count from 0.",
                "Each row of an ingestion is taken once, however often the ingestion is run.",
                "The created time is the time of appending, and never goes back within the log.",
                "Processes of one machine share the log; it does not belong on a network drive.",
            ],
            openSource: { place, group throws(StoreError) in
                let source = LocalLogRowSource(LocalLogConfiguration(place), consumerGroup: group, clock: clock)
                try await source.open()
                return source
            },
            openPublisher: { place throws(StoreError) in
                let publisher = LocalLogPublisher(LocalLogConfiguration(place), wallClock: wallClock)
                try await publisher.open()
                return publisher
            },
            probe: { place throws(StoreError) in
                try await LocalLogProbe(LocalLogConfiguration(place)).run()
            })
    }
}
