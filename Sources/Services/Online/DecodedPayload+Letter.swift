import FeatureModel
import Ingestion
import Operations

extension DecodedPayload {
    /// A dead letter's payload, decoded as far as it can be.
    init(of letter: DeadLetter) {
        switch PayloadReading.row(in: letter.payload) {
        case .row(let row):
            self.init(
                featureSet: row.featureSet, eventTimestamp: row.eventTimestamp,
                fields: row.fields.map { NamedValue(name: $0.name, value: $0.value) }, problem: nil)
        case .unreadable(let problem):
            self.init(featureSet: nil, eventTimestamp: nil, fields: [], problem: problem)
        }
    }
}
