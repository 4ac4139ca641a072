import FeatureModel
import RowCoding
import StorageAPI

/// What all reads of the same features of a feature set share: made once, for it costs more than reading a row.
struct RedisReadPlan: Sendable {
    let codec: RedisRowCodec
    private let decoder: RedisValueDecoder
    /// Where each requested feature stands in the decoder's answer; nil where they are the same, that is, when no
    /// feature is asked for twice.
    private let places: [Int]?

    private let featureSet: FeatureSet
    private let features: [Int]

    init(_ request: OnlineRequest) {
        featureSet = request.featureSet
        features = request.features
        var distinct: [Int] = []
        let places = request.features.map { feature in
            if let place = distinct.firstIndex(of: feature) { return place }
            distinct.append(feature)
            return distinct.count - 1
        }
        codec = RedisRowCodec(featureSet: request.featureSet, encoding: .v1)
        decoder = RedisValueDecoder(featureSet: request.featureSet, features: distinct)
        self.places = distinct.count == request.features.count ? nil : places
    }

    /// Decodes the value for one key, straight from the reply's memory; what is no string reads as absent.
    func decoded(_ value: ReplyView) -> Result<OnlineRow?, RowDecodingError> {
        guard case .bulk(let bytes) = value.content else { return .success(nil) }
        do {
            return .success(row(try decoder.decode(bytes)))
        } catch {
            return .failure(error)
        }
    }

    private func row(_ outcome: RedisValueOutcome) -> OnlineRow? {
        guard case .row(let features, let eventTimestamp) = outcome else { return nil }
        let values = places.map { places in places.map { features[$0] } } ?? features
        return OnlineRow(eventTimestamp: eventTimestamp, createdTimestamp: nil, values: values)
    }

    /// True for a request of the same features of the same set, whatever its keys.
    func serves(_ request: OnlineRequest) -> Bool {
        request.features == features && request.featureSet == featureSet
    }
}
