/// How much is measured.
struct Scale: Sendable {
    var isQuick = false
    /// Rows that are ingested.
    var ingestedRows = 1_000_000
    /// Stations that the rows are spread over.
    var stations = 10_000
    /// Feature rows of the export.
    var featureRows = 1_000_000
    /// Entity rows of the export.
    var entityRows = 100_000
    /// Feature rows of the export from a long history.
    var historyRows = 10_000_000
    /// Entity rows of the export from a long history.
    var historyEntityRows = 10_000
    /// Keys that the server holds; each read asks for a thousand of them.
    var onlineKeys = 10_000
    /// Reads per round.
    var onlineReads = 200
    /// Rows that wait in Kafka in each of its rounds.
    var kafkaRows = 200_000
    /// Rounds of rows out of Kafka; every one adds to what the worker has seen.
    var kafkaRounds = 25
    /// Rows that are written to Redis at a time.
    var writtenRows = 200_000
    /// Letters in the list.
    var deadLetters = 100_000
    /// Keys pressed in the list.
    var keysPressed = 200
    /// How long the console is left alone.
    var idleSeconds = 5

    static let full = Scale()
    static let quick = Scale(
        isQuick: true, ingestedRows: 50_000, stations: 1_000, featureRows: 50_000, entityRows: 5_000,
        historyRows: 200_000, historyEntityRows: 1_000, onlineKeys: 2_000, onlineReads: 20, kafkaRows: 20_000,
        kafkaRounds: 2, writtenRows: 20_000,
        deadLetters: 2_000,
        keysPressed: 30, idleSeconds: 2)
}
