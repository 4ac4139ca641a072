import FeatureModel
import StorageAPI

/// Writes down the requests for the rows of a batch.
struct RedisWriteRequest {
    private let batch: RowBatch
    private let codec: RedisRowCodec
    private let expiry: [String]
    /// False for `MSET`, which replaces whatever is there.
    private let isGuarded: Bool

    init(batch: RowBatch, codec: RedisRowCodec, style: RedisWriteStyle) {
        self.batch = batch
        self.codec = codec
        isGuarded = style.guardsNewest
        expiry = style.expiry.arguments(maxAge: batch.featureSet.maxAgeSeconds)
    }

    /// Writes down the request for some entries of the plan.
    ///
    /// - Parameter script: how the guard is called, where there is one.
    func write(
        _ places: Range<Int>, of plan: RedisWritePlan, _ script: NewestWinsScript.Command,
        into buffer: inout RequestBuffer
    ) {
        let entries = plan.entries[places]
        guard isGuarded else { return writePlain(entries, of: plan, into: &buffer) }
        buffer.request(argumentCount: 3 + 2 * entries.count + expiry.count)
        buffer.argument(script.name)
        buffer.argument(script.script)
        buffer.argument(Int64(entries.count))
        for entry in entries { key(entry, of: plan, into: &buffer) }
        for entry in entries { value(entry, into: &buffer) }
        for argument in expiry { buffer.argument(argument) }
    }

    private func writePlain(
        _ entries: ArraySlice<RedisWritePlan.Entry>, of plan: RedisWritePlan, into buffer: inout RequestBuffer
    ) {
        buffer.request(argumentCount: 1 + 2 * entries.count)
        buffer.argument("MSET")
        for entry in entries {
            key(entry, of: plan, into: &buffer)
            value(entry, into: &buffer)
        }
    }

    private func key(_ entry: RedisWritePlan.Entry, of plan: RedisWritePlan, into buffer: inout RequestBuffer) {
        plan.keys.withBytes(of: entry.key) { buffer.argument($0) }
    }

    private func value(_ entry: RedisWritePlan.Entry, into buffer: inout RequestBuffer) {
        buffer.argument(size: entry.valueSize) { codec.writeValue(of: batch.rows[entry.row], into: $0) }
    }
}
