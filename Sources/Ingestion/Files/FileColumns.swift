import FeatureModel
import RowFiles

/// Where the columns of a feature set stand in a file.
struct FileColumns {
    struct Column {
        let name: String
        let type: ValueType
        let position: Int
    }

    let timestamp: Int
    let entities: [Column]
    let features: [Column]
    /// Features that the header of a CSV file does not have; null in every row.
    let missingFeatures: [String]

    /// Looks them up. The keys of JSON Lines are those of the first rows, so read a batch before this.
    init(_ reader: RowReader, _ request: FileIngestionRequest) throws(FileIngestionFailure) {
        let present = Set(reader.columns)
        let featureSet = request.featureSet
        timestamp = try Self.timestamp(reader, present, request)
        var entities: [Column] = []
        for entity in featureSet.entities {
            guard present.contains(entity.name), let position = reader.position(ofColumn: entity.name) else {
                throw Self.missingEntity(entity, reader, featureSet)
            }
            entities.append(Column(name: entity.name, type: entity.type, position: position))
        }
        self.entities = entities
        features = featureSet.features.compactMap { feature in
            reader.position(ofColumn: feature.name).map {
                Column(name: feature.name, type: feature.type, position: $0)
            }
        }
        missingFeatures =
            reader.format == .csv ? featureSet.features.map(\.name).filter { !present.contains($0) } : []
    }

    private static func timestamp(
        _ reader: RowReader, _ present: Set<String>, _ request: FileIngestionRequest
    ) throws(FileIngestionFailure) -> Int {
        let names = request.timestampColumn.map { [$0] } ?? ["event_timestamp", "datetime"]
        let name = names.first(where: present.contains)
        guard let name, let position = reader.position(ofColumn: name) else {
            let wanted = names.joined(separator: " or ")
            let nearest = request.timestampColumn.flatMap {
                SpellingDistance.nearest(to: $0, among: reader.columns)
            }
            throw .header(
                message: "\(shown(request.path)): there is no column \(wanted) with the event times",
                hint: nearest.map { "did you mean --timestamp-column \(shown($0))?" }
                    ?? "name the column with --timestamp-column; there are: \(listed(reader.columns))")
        }
        return position
    }

    private static func missingEntity(
        _ entity: Entity, _ reader: RowReader, _ featureSet: FeatureSet
    ) -> FileIngestionFailure {
        .header(
            message: "\(shown(reader.path)): there is no column \(entity.name) for the entity of that name "
                + "(\(entity.type.name)) of \(featureSet.reference)",
            hint: "add the column, or rename the one that is meant; there are: \(listed(reader.columns))")
    }

    private static func listed(_ columns: [String]) -> String {
        let names = columns.prefix(30).map(shown).joined(separator: ", ")
        return columns.count > 30 ? names + ", …" : names
    }

    /// Names come from the file: control characters are escaped.
    private static func shown(_ text: String) -> String {
        text.unicodeScalars.contains { $0.properties.generalCategory == .control } ? text.debugDescription : text
    }
}
