import FeatureModel
import StorageAPI

/// Writes down the requests for the rows of a batch.
struct RedisWriteRequest {
    /// The command of a request.
    enum Command {
        /// `MSET`: whatever is there is replaced.
        case plain
        /// The script: what is newer stays.
        case guarded(NewestWinsScript.Command)
    }

    private let batch: RowBatch
    private let codec: RedisRowCodec
    private let expiry: [String]

    init(batch: RowBatch, codec: RedisRowCodec, style: RedisWriteStyle) {
        self.batch = batch
        self.codec = codec
        expiry = style.expiry.arguments(maxAge: batch.featureSet.maxAgeSeconds)
    }

    /// Writes down the request for some entries of the plan.
    func write(
        _ places: Range<Int>, of plan: RedisWritePlan, _ command: Command, into buffer: inout RequestBuffer
    ) {
        switch command {
        case .plain:
            buffer.request(argumentCount: 1 + 2 * places.count)
            buffer.argument("MSET")
            for entry in plan.entries[places] {
                key(entry, of: plan, into: &buffer)
                value(entry, into: &buffer)
            }
        case .guarded(let command):
            buffer.request(argumentCount: 3 + 2 * places.count + expiry.count)
            buffer.argument(command.name)
            buffer.argument(command.script)
            buffer.argument(Int64(places.count))
            for entry in plan.entries[places] { key(entry, of: plan, into: &buffer) }
            for entry in plan.entries[places] { value(entry, into: &buffer) }
            for argument in expiry { buffer.argument(argument) }
        }
    }

    private func key(_ entry: RedisWritePlan.Entry, of plan: RedisWritePlan, into buffer: inout RequestBuffer) {
        plan.keys.withBytes(of: entry.key) { buffer.argument($0) }
    }

    private func value(_ entry: RedisWritePlan.Entry, into buffer: inout RequestBuffer) {
        buffer.argument(size: entry.valueSize) { codec.writeValue(of: batch.rows[entry.row], into: $0) }
    }
}
