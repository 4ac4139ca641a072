#ifndef LARDER_CSQLITE_H
#define LARDER_CSQLITE_H
#endif
