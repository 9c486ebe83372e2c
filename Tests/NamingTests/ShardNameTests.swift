import Naming
import Testing

@Suite("Names of shards")
struct ShardNameTests {
  @Test(
    "A shard's name says of which dump it is, and which one",
    arguments: [
      ("name-00000-of-00010.npy", "name", "name-*-of-00010.npy", 0, 10),
      ("name-00010-of-00010.npy", "name", "name-*-of-00010.npy", 10, 10),
      ("feats_epoch_3-1-of-2.npy", "feats_epoch_3", "feats_epoch_3-*-of-2.npy", 1, 2),
      ("a_3_of_4.npy", "a", "a_*_of_4.npy", 3, 4),
      ("features_1_of_5.npy", "features", "features_*_of_5.npy", 1, 5),
      ("img_emb_0.npy", "img_emb", "img_emb_*.npy", 0, nil),
      ("text_emb_0012.npy", "text_emb", "text_emb_*.npy", 12, nil),
      ("features_7.npy", "features", "features_*.npy", 7, nil),
      ("name.shard0.npy", "name", "name.shard*.npy", 0, nil),
      ("name_part_3.npy", "name", "name_part_*.npy", 3, nil),
      ("name-part-00003.npy", "name", "name-part-*.npy", 3, nil),
      ("layer3_chunk12.npy", "layer3", "layer3_chunk*.npy", 12, nil),
      ("feats_epoch_3_part_2.npy", "feats_epoch_3", "feats_epoch_3_part_*.npy", 2, nil),
      ("part-00003.npy", "part", "part-*.npy", 3, nil), ("Shard_1.npy", "Shard", "Shard_*.npy", 1, nil),
      ("feats_4294967295.npy", "feats", "feats_*.npy", 4_294_967_295, nil),
    ] as [(String, String, String, Int, Int?)])
  func shards(name: String, dump: String, pattern: String, index: Int, count: Int?) throws {
    let shard = try #require(ShardName(name))
    #expect(shard.dump == dump)
    #expect(shard.pattern == pattern)
    #expect(shard.index == index)
    #expect(shard.count == count)
  }

  @Test(
    "The number of a checkpoint, a layer or a seed is no shard's, however many of them there are",
    arguments: [
      "features_epoch_1_of_5.npy", "feats_ep-3-of-5.npy", "feats_step_100_of_500.npy", "feats_ckpt_2_of_4.npy",
      "feats_iter_10_of_20.npy", "feats.iteration.10.of.20.npy", "checkpoint-00001-of-00005.npy", "Epoch_1_of_5.npy",
      "feats_epoch1_of_5.npy", "feats_layer_1_of_12.npy", "hidden_3_of_12.npy", "feats_seed_1_of_3.npy",
    ])
  func numbersThatTellApart(name: String) {
    #expect(ShardName(name) == nil)
  }

  @Test(
    "Checkpoints, layers, views, labels, seeds and settings are no shards",
    arguments: [
      "feats.npy", "feats_epoch_3.npy", "features_epoch_008.npy", "epoch=3-step=1000.npy", "checkpoint-500.npy",
      "feats_step_1000.npy", "hidden_3.npy", "layer3.npy", "block.11.npy", "07_block6.npy", "activations_3.npy",
      "feats_aug0.npy", "view_a.npy", "view_0.npy", "views_0.npy", "views_part_0.npy", "view_a_part_0.npy",
      "feats_aug0_part_1.npy", "labels_part_0.npy", "feats_labels-00000-of-00002.npy", "feats_seed_3.npy",
      "lambd_0.1.npy", "lr_0.1_feats.npy", "rank_8.npy", "run_3.npy", "version_2.npy", "department3.npy", "feats3.npy",
      "feats_-3.npy", "feats_1.5.npy", "3.npy", "-3-of-4.npy", "name-5-of-4.npy", "name-0-of-0.npy", "name-of-4.npy",
      "feats_4294967296.npy", "feats_9223372036854775807.npy", "name-4294967296-of-4294967297.npy",
      "name-9223372036854775807-of-9223372036854775807.npy", "feats_99999999999999999999.npy",
      "name-99999999999999999999-of-4.npy", ".npy", "", "part.npy",
    ])
  func others(name: String) {
    #expect(ShardName(name) == nil)
  }
}
