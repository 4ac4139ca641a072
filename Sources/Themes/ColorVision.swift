/// How people with a colour deficit see: one kind of cone missing (matrices of Machado, Oliveira and Fernandes, 2009,
/// severity 1, applied to amounts of light).
enum ColorVision: String, Sendable, CaseIterable {
    /// All three kinds of cones.
    case full = "full colour vision"
    /// No green cones: the most frequent deficit, red and green look alike.
    case deuteranopia
    /// No blue cones: blue and green, yellow and pink look alike.
    case tritanopia

    /// What a colour looks like.
    func seen(_ color: RGBColor) -> OKLabColor {
        let light = color.linear
        func mix(_ row: (Double, Double, Double)) -> Double {
            min(1, max(0, row.0 * light.red + row.1 * light.green + row.2 * light.blue))
        }
        let rows = matrix
        return OKLabColor(red: mix(rows.red), green: mix(rows.green), blue: mix(rows.blue))
    }

    private typealias Row = (Double, Double, Double)

    private var matrix: (red: Row, green: Row, blue: Row) {
        switch self {
        case .full: ((1, 0, 0), (0, 1, 0), (0, 0, 1))
        case .deuteranopia:
            ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
        case .tritanopia:
            ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900))
        }
    }
}
