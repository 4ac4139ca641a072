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

    /// Decodes the values for some keys, straight from the reply's memory; what is no string reads as absent.
    ///
    /// - Parameter take: given a row per value, nil where there is none, or why what is stored is no row.
    func decode(
        _ values: ReplyView.Elements, take: (Result<OnlineRow?, RowDecodingError>) -> Void
    ) {
        var times: [Result<Timestamp?, RowDecodingError>] = []
        times.reserveCapacity(values.count)
        let size = decoder.featureCount
        // At least one, so that there is memory to point at also where no feature is asked for.
        let shared = [FeatureValue?](unsafeUninitializedCapacity: max(1, values.count * size)) { memory, count in
            guard let start = memory.baseAddress else { return }
            for value in values {
                let time = time(of: value, into: start + count)
                if case .success(.some) = time { count += size }
                times.append(time)
            }
        }
        var start = 0
        for time in times {
            take(
                time.map { time in
                    guard let time else { return nil }
                    defer { start += size }
                    return row(shared, start..<start + size, time)
                })
        }
    }

    private func time(
        of value: ReplyView, into memory: UnsafeMutablePointer<FeatureValue?>
    ) -> Result<Timestamp?, RowDecodingError> {
        guard case .bulk(let bytes) = value.content else { return .success(nil) }
        do {
            return .success(try decoder.decode(bytes, into: memory))
        } catch {
            return .failure(error)
        }
    }

    private func row(_ shared: [FeatureValue?], _ range: Range<Int>, _ time: Timestamp) -> OnlineRow {
        let values = FeatureValues(shared, range)
        guard let places else { return OnlineRow(eventTimestamp: time, createdTimestamp: nil, values: values) }
        return OnlineRow(eventTimestamp: time, createdTimestamp: nil, values: places.map { values[$0] })
    }

    /// True for a request of the same features of the same set, whatever its keys.
    func serves(_ request: OnlineRequest) -> Bool {
        request.features == features && request.featureSet == featureSet
    }
}
