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

    /// Decodes the values for some keys, straight from the reply's memory into memory that their rows share.
    ///
    /// - Parameter take: given a row per value, nil where there is none.
    /// - Returns: what is wrong with the first value that is no row; it reads as absent.
    /// - Throws: `unexpectedReply` where an element is neither a string nor null, with nothing taken.
    func decode(
        _ values: ReplyView.Elements, take: (OnlineRow?) -> Void
    ) throws(RedisFault) -> RowDecodingError? {
        var times: [Timestamp?] = []
        times.reserveCapacity(values.count)
        var problem: RowDecodingError?
        var isExpected = true
        let size = decoder.featureCount
        let table = FeatureValueTable(capacity: values.count * size) { memory in
            var count = 0
            for value in values {
                var time: Timestamp?
                switch value.content {
                case .bulk(let bytes):
                    do throws(RowDecodingError) {
                        time = try decoder.decode(bytes, into: memory + count)
                    } catch {
                        problem = problem ?? error
                    }
                case .null: break
                default: isExpected = false
                }
                if time != nil { count += size }
                times.append(time)
            }
            return count
        }
        guard isExpected else { throw .unexpectedReply }
        var start = 0
        for time in times {
            take(time.map { row(table, start..<start + size, $0) })
            if time != nil { start += size }
        }
        return problem
    }

    private func row(_ table: FeatureValueTable, _ range: Range<Int>, _ time: Timestamp) -> OnlineRow {
        let values = FeatureValues(table, range)
        guard let places else { return OnlineRow(eventTimestamp: time, createdTimestamp: nil, values: values) }
        return OnlineRow(eventTimestamp: time, createdTimestamp: nil, values: places.map { values[$0] })
    }

    /// True for a request of the same features of the same set, whatever its keys.
    func serves(_ request: OnlineRequest) -> Bool {
        request.features == features && request.featureSet == featureSet
    }
}
