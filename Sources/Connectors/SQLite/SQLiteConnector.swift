public import StorageAPI

/// `SQLITE`: rows, online and historical, and dead letters in one local SQLite file. The store that needs no server.
public enum SQLiteConnector {
    /// The card.
    public static let card = ConnectorCard(
        type: "SQLITE", summary: "an embedded store in a local file: online, historical, dead letters; no server",
        settings: SQLiteConfiguration.settings,
        capabilities: [.sink, .online, .historical, .deadLetters, .createdTime, .schemaChanges, .durable],
        remarks: [
            "Times are kept to the nanosecond, with every row that differs in event or created time.",
            "Of rows equal in key and both times, the one with the greater source position is kept.",
            "Columns of removed features stay, with their values.",
            "Processes of one machine share the file; it does not belong on a network drive.",
        ],
        openSink: { place throws(StoreError) in
            let sink = SQLiteFeatureSink(SQLiteConfiguration(place))
            try await sink.open()
            return sink
        },
        openOnlineRetriever: { place throws(StoreError) in
            let retriever = SQLiteOnlineRetriever(SQLiteConfiguration(place))
            try await retriever.open()
            return retriever
        },
        openHistoricalRetriever: { place throws(StoreError) in
            SQLiteHistoricalRetriever(SQLiteConfiguration(place))
        },
        openDeadLetters: { place throws(StoreError) in
            let letters = SQLiteDeadLetters(SQLiteConfiguration(place))
            try await letters.open()
            return letters
        },
        probe: { place throws(StoreError) in
            try await SQLiteProbe(SQLiteConfiguration(place)).run()
        })
}
