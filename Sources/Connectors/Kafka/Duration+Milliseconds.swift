extension Duration {
    /// Whole milliseconds, as librdkafka takes them.
    var milliseconds: Int32 {
        let milliseconds = self / .milliseconds(1)
        return milliseconds < Double(Int32.max) ? Int32(milliseconds) : Int32.max
    }
}
