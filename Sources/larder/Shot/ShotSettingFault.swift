/// What is wrong with a setting of a picture, in one sentence.
struct ShotSettingFault: Error, Hashable {
    let message: String

    init(_ message: String) {
        self.message = message
    }
}
