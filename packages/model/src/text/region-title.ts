/** Regions by name, as far as hegui knows names: the provinces of GB/T 2260 and the places of the shipped packs. */

const titles: Readonly<Record<string, string>> = {
  110000: '北京市',
  120000: '天津市',
  130000: '河北省',
  140000: '山西省',
  150000: '内蒙古自治区',
  210000: '辽宁省',
  220000: '吉林省',
  230000: '黑龙江省',
  310000: '上海市',
  320000: '江苏省',
  330000: '浙江省',
  340000: '安徽省',
  350000: '福建省',
  360000: '江西省',
  370000: '山东省',
  410000: '河南省',
  420000: '湖北省',
  430000: '湖南省',
  440000: '广东省',
  450000: '广西壮族自治区',
  460000: '海南省',
  500000: '重庆市',
  510000: '四川省',
  520000: '贵州省',
  530000: '云南省',
  540000: '西藏自治区',
  610000: '陕西省',
  620000: '甘肃省',
  630000: '青海省',
  640000: '宁夏回族自治区',
  650000: '新疆维吾尔自治区',
  710000: '台湾省',
  810000: '香港特别行政区',
  820000: '澳门特别行政区',
  410100: '郑州市',
  410103: '郑州市二七区',
  360733: '会昌县',
  500238: '巫溪县',
  500241: '秀山土家族苗族自治县',
}

/** `500000` → 重庆市; a place below whose name is not known is its province and its code: 重庆市（500241）. */
export function regionTitle(code: string): string {
  const own = titles[code.slice(0, 6)]
  if (own !== undefined && /^0*$/.test(code.slice(6))) return own
  const province = titles[`${code.slice(0, 2)}0000`]
  return province === undefined ? `行政区划 ${code}` : `${province}（${code}）`
}
