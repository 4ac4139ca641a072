import CRdKafka
import FeatureModel

/// A record that was taken out of librdkafka's queue, copied.
struct FetchedRecord {
    let position: SourcePosition
    /// Milliseconds since the epoch; below 0 where the record has no time.
    let milliseconds: Int64
    let payload: [UInt8]

    init(_ message: UnsafePointer<rd_kafka_message_t>) {
        position = SourcePosition(partition: message.pointee.partition, offset: message.pointee.offset)
        milliseconds = rd_kafka_message_timestamp(message, nil)
        // A record without a value, which marks a key as deleted in compacted topics, is an empty row.
        payload = [UInt8](UnsafeRawBufferPointer(start: message.pointee.payload, count: message.pointee.len))
    }
}
