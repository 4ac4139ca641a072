import FeatureModel

/// The feature set of the station readings.
enum StationSet {
    static let definition = FeatureSet(
        reference: FeatureSetReference(project: "bench", name: "stations"),
        entities: [Entity(name: "station", type: .string)],
        features: [
            Feature(name: "temperature", type: .double), Feature(name: "humidity", type: .int64),
            Feature(name: "sky", type: .string),
        ])

    /// The same as a document that can be applied.
    static let document = """
        kind: feature_set
        spec:
          project: bench
          name: stations
          entities:
            - {name: station, valueType: STRING}
          features:
            - {name: temperature, valueType: DOUBLE}
            - {name: humidity, valueType: INT64}
            - {name: sky, valueType: STRING}

        """

    /// The table that the SQLite connector keeps it in.
    static let table = "\"rows:bench/stations\""
}
