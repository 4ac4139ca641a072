#ifndef LARDER_CZLIB_H
#define LARDER_CZLIB_H
#endif
